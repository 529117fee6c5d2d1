using System.Globalization;
using System.Text;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>A request written for another client.</summary>
public sealed record Snippet(string Client, string Text);

/// <summary>Writes a recorded request as code that sends it again.</summary>
public static class Snippets
{
    /// <summary>Clients set these by themselves.</summary>
    private static readonly string[] Automatic =
        ["Host", "User-Agent", "Content-Length", "Connection", "Accept-Encoding", "Transfer-Encoding", "traceparent", "tracestate"];

    /// <param name="address">The whole address to send to.</param>
    /// <param name="body">The body's text, or null for none.</param>
    public static IReadOnlyList<Snippet> Of(string method, string address, IReadOnlyList<HeaderLine> headers, string? body)
    {
        List<HeaderLine> told = [.. headers.Where(h => !Automatic.Contains(h.Name, StringComparer.OrdinalIgnoreCase)
            && !(h.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase) && h.Value == "*/*"))];
        return
        [
            new("curl", Curl(method, address, told, body)),
            new("HTTPie", Httpie(method, address, told, body)),
            new("C#", CSharp(method, address, told, body)),
            new("JavaScript", JavaScript(method, address, told, body)),
            new("Python", Python(method, address, told, body)),
        ];
    }

    private static string Curl(string method, string address, List<HeaderLine> headers, string? body)
    {
        List<string> parts = [method switch { "GET" => "curl -i", "HEAD" => "curl -I", _ => $"curl -i -X {method}" }, Shell(address)];
        parts.AddRange(headers.Select(h => $"-H {Shell($"{h.Name}: {h.Value}")}"));
        if (body is not null)
            parts.Add($"--data-raw {Shell(body)}");
        return string.Join(parts.Count > 2 ? " \\\n  " : " ", parts);
    }

    private static string Httpie(string method, string address, List<HeaderLine> headers, string? body)
    {
        List<string> parts = [$"http {method}", Shell(address)];
        parts.AddRange(headers.Select(h => Shell($"{h.Name}:{h.Value}")));
        if (body is not null)
            parts.Add($"--raw {Shell(body)}");
        return string.Join(parts.Count > 2 ? " \\\n  " : " ", parts);
    }

    private static string CSharp(string method, string address, List<HeaderLine> headers, string? body)
    {
        var code = new StringBuilder("using var http = new HttpClient();\n");
        code.Append(CultureInfo.InvariantCulture, $"using var request = new HttpRequestMessage(HttpMethod.Parse({Quoted(method)}), {Quoted(address)});\n");
        var type = headers.Find(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        foreach (var h in headers.Where(h => h != type))
            code.Append(CultureInfo.InvariantCulture, $"request.Headers.TryAddWithoutValidation({Quoted(h.Name)}, {Quoted(h.Value)});\n");
        if (body is not null)
        {
            code.Append(CultureInfo.InvariantCulture, $"request.Content = new StringContent({Quoted(body)});\n");
            if (type is not null)
                code.Append(CultureInfo.InvariantCulture, $"request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse({Quoted(type.Value)});\n");
        }
        return code.Append("using var response = await http.SendAsync(request);\n")
            .Append("Console.WriteLine($\"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\");").ToString();
    }

    private static string JavaScript(string method, string address, List<HeaderLine> headers, string? body)
    {
        List<string> options = [];
        if (method != "GET")
            options.Add($"method: {Quoted(method)}");
        if (headers.Count > 0)
            options.Add($"headers: {{ {string.Join(", ", headers.Select(h => $"{Quoted(h.Name)}: {Quoted(h.Value)}"))} }}");
        if (body is not null)
            options.Add($"body: {Quoted(body)}");
        var with = options.Count == 0 ? "" : $", {{\n  {string.Join(",\n  ", options)},\n}}";
        return $"const response = await fetch({Quoted(address)}{with});\nconsole.log(response.status, await response.text());";
    }

    private static string Python(string method, string address, List<HeaderLine> headers, string? body)
    {
        List<string> arguments = [$"{Quoted(method)}, {Quoted(address)}"];
        if (headers.Count > 0)
            arguments.Add($"headers={{{string.Join(", ", headers.Select(h => $"{Quoted(h.Name)}: {Quoted(h.Value)}"))}}}");
        if (body is not null)
            arguments.Add($"data={Quoted(body)}.encode()");
        return $"import requests\n\nresponse = requests.request({string.Join(", ", arguments)})\nprint(response.status_code, response.text)";
    }

    /// <summary>One word of a POSIX shell: nothing inside single quotes is special but the quote itself.</summary>
    private static string Shell(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-._~:/@%+=,".Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A string literal that C#, JavaScript and Python read alike.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => char.IsControl(c) || c is '\u2028' or '\u2029' ? $"\\u{(int)c:x4}" : c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }
}
