using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Wire;

/// <summary>Takes the body of a GET that was asked for as HEAD: counts it, drops it, and ends what would never end by itself.</summary>
internal sealed class HeadSink : Stream
{
    private readonly HttpContext _http;
    private readonly CancellationToken _clientLeft;
    private readonly CancellationTokenSource _ended;
    private long _length;

    public HeadSink(HttpContext http)
    {
        _http = http;
        _clientLeft = http.RequestAborted;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_clientLeft);
        http.RequestAborted = _ended.Token;
    }

    /// <summary>True once an event stream was cut short; the client is still there.</summary>
    public bool Ended => _ended.IsCancellationRequested && !_clientLeft.IsCancellationRequested;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _length += buffer.Length;
        // An event stream has neither length nor end: its first byte shows that the headers are complete.
        if (_http.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) is true)
        {
            await _ended.CancelAsync();
            _ended.Token.ThrowIfCancellationRequested();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _length += count;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.RequestAborted = _clientLeft;
            _ended.Dispose();
        }
        base.Dispose(disposing);
    }
}
