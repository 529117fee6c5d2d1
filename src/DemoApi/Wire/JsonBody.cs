using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// Reads a JSON body strictly and answers what is wrong with it in the order 415, 413, 400. Whether a member may be missing or null is not
/// asked here but by <see cref="Validation"/> (422): contracts have nullable members, and <c>long?</c> for integers, so that a number that is
/// merely too large can be told from one that is none.
/// </summary>
public static class JsonBody
{
    /// <summary>The largest body in bytes, sent with a length or in chunks.</summary>
    public const int MaxBytes = 64 * 1024;

    public static ValueTask<Read<T>> ReadAsync<T>(HttpContext http) => ReadAsync<T>(http, [MediaType.Json]);

    /// <summary>As above, but a request without a body is fine: its value is <c>default</c>.</summary>
    public static ValueTask<Read<T?>> ReadOptionalAsync<T>(HttpContext http) =>
        HasBody(http) ? ReadAsync<T?>(http, [MediaType.Json], optional: true) : ValueTask.FromResult<Read<T?>>(default);

    /// <summary>As above, for calls that read other media types; <see cref="MediaType.Of"/> tells which of them it was.</summary>
    public static ValueTask<Read<T>> ReadAsync<T>(HttpContext http, IReadOnlyList<string> mediaTypes) =>
        ReadAsync<T>(http, mediaTypes, optional: false);

    /// <summary>Takes JSON that was read already for a <typeparamref name="T"/>, as strictly as a body; text in it must be Unicode.</summary>
    public static Read<T> As<T>(JsonElement json)
    {
        var errors = JsonShape.Check(json, typeof(T));
        return errors.Count > 0 ? Problem.Of(ProblemTypes.InvalidBody, errors) : json.Deserialize<T>(WireJson.Options)!;
    }

    private static async ValueTask<Read<T>> ReadAsync<T>(HttpContext http, IReadOnlyList<string> mediaTypes, bool optional)
    {
        if (!HasBody(http))
            return Malformed("This call needs a JSON body, and the request has none.");
        if (MediaType.Of(http.Request) is not { } sent || !mediaTypes.Contains(sent))
            return Unsupported(http.Request, mediaTypes);
        if (await BytesAsync(http.Request) is not { } bytes)
            return new Problem(ProblemTypes.PayloadTooLarge, $"The body may hold at most {MaxBytes} bytes.");
        if (bytes.Length == 0 && optional)
            return default(Read<T>);
        return Parse<T>(bytes);
    }

    private static bool HasBody(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? http.Request.ContentLength > 0;

    private static async ValueTask<byte[]?> BytesAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var read = await request.BodyReader.ReadAtLeastAsync(MaxBytes + 1, request.HttpContext.RequestAborted);
        var bytes = read.Buffer.Length > MaxBytes ? null : read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return bytes;
    }

    internal static Read<T> Parse<T>(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Malformed("This call needs a JSON body, and the request's is empty.");
        if (!Utf8.IsValid(bytes))
            return Malformed("The body is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return As<T>(document.RootElement);
        }
        catch (JsonException mistake)
        {
            return Malformed(Describe(mistake, bytes));
        }
        catch (InvalidOperationException) // What the framework throws for "\ud800": JSON by its grammar, but no text.
        {
            return Malformed("A text in the body holds half of a character.");
        }
    }

    private static Problem Malformed(string detail) => Problem.Of(ProblemTypes.MalformedJson, Violation.At("#", detail));

    private static Problem Unsupported(HttpRequest request, IReadOnlyList<string> mediaTypes)
    {
        var known = string.Join(", ", mediaTypes);
        var problem = new Problem(ProblemTypes.UnsupportedMediaType, $"The body must be {string.Join(" or ", mediaTypes)}, in UTF-8.")
        {
            Headers = { Accept = known }, // RFC 9110 §15.5.16
        };
        if (HttpMethods.IsPatch(request.Method))
            problem.Headers["Accept-Patch"] = known; // RFC 5789 §2.2
        return problem;
    }

    private static string Describe(JsonException mistake, byte[] bytes)
    {
        var line = (int)(mistake.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++)
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        var position = Math.Min(start + (int)(mistake.BytePositionInLine ?? 0), bytes.Length);
        var column = Encoding.UTF8.GetCharCount(bytes, start, position - start) + 1;
        return position == bytes.Length
            ? $"The body is not JSON: it ends too early, at line {line + 1}, column {column}."
            : $"The body is not JSON: it goes wrong at line {line + 1}, column {column}.";
    }
}
