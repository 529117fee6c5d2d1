using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Paging;

/// <summary>
/// Writes cursors that nobody else can make: base64url without padding of <c>1|sort|way|value|id</c> and a signature (HMAC-SHA256) over that and
/// the list it belongs to. The first part is the version of this form. Anyone may decode a cursor, nobody should: its content may change.
/// </summary>
internal sealed class CursorCodec(byte[] key)
{
    /// <summary>No cursor of ours is longer, in characters.</summary>
    public const int MaxLength = 256;

    private const string Version = "1";
    private const int SignatureBytes = 16; // half of HMAC-SHA256; RFC 2104 §5 allows no less

    /// <summary>The codec of one sandbox: a cursor of any other is foreign.</summary>
    public static CursorCodec Of(Sandbox sandbox) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, sandbox.Secret, outputLength: 32, info: "paging: cursors"u8.ToArray()));

    public string Write(PagedList list, Cursor cursor)
    {
        var (value, id) = cursor.Place;
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}|{cursor.Sort}|{WordOf(cursor.Way)}|{value}|{id}"));
        return Base64Url.EncodeToString([.. content, .. Sign(list, content)]);
    }

    /// <summary>The cursor, or null where it was changed, cut, invented, or made for another list, filter or sandbox.</summary>
    public Cursor? Read(PagedList list, string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SignatureBytes || Base64Url.EncodeToString(bytes) != text) // padding, white space and spare bits are changes, too
            return null;
        var content = bytes.AsSpan(..^SignatureBytes);
        var signature = bytes.AsSpan(^SignatureBytes..);
        return CryptographicOperations.FixedTimeEquals(signature, Sign(list, content)) ? Parse(Encoding.UTF8.GetString(content)) : null;
    }

    // What is signed here was written here: it parses, unless it has the form of another version.
    private static Cursor? Parse(string content)
    {
        var parts = content.Split('|');
        if (parts is not [Version, var sort, "next" or "prev", var value, var id])
            return null;
        return new(sort, parts[2] == WordOf(Way.Next) ? Way.Next : Way.Prev, new(Number(value), id.Length == 0 ? null : Number(id)));
    }

    private byte[] Sign(PagedList list, ReadOnlySpan<byte> content)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{list.Name}\n{list.Filter}\n"), .. content];
        return HMACSHA256.HashData(key, signed)[..SignatureBytes];
    }

    private static string WordOf(Way way) => way is Way.Next ? "next" : "prev";

    private static long Number(string digits) => long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
