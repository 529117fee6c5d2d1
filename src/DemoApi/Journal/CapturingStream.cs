using System.Text;

namespace Visualizer.DemoApi.Journal;

/// <summary>Reads through to a request body and keeps its first <see cref="CapturedBody.KeptBytes"/> bytes.</summary>
internal sealed class CapturingStream(Stream inner) : Stream
{
    private readonly MemoryStream _kept = new();
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public CapturedBody Captured() => _read == 0 ? CapturedBody.None : new CapturedBody(Text(_kept.GetBuffer().AsSpan(0, (int)_kept.Length)), _read);

    /// <summary>What the journal keeps of a whole body.</summary>
    public static CapturedBody Keep(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? CapturedBody.None : new CapturedBody(Text(body[..Math.Min(body.Length, CapturedBody.KeptBytes)]), body.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Note(ReadOnlySpan<byte> read)
    {
        _read += read.Length;
        var room = CapturedBody.KeptBytes - (int)_kept.Length;
        _kept.Write(read[..Math.Min(room, read.Length)]);
    }

    /// <summary>Text as far as it is text: a body cut in the middle of a character loses that character, bytes that are none show as U+FFFD.</summary>
    private static string Text(ReadOnlySpan<byte> kept) => Encoding.UTF8.GetString(kept).TrimEnd('\uFFFD');
}
