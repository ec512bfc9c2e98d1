namespace MentorCloud.App.Tests.Imports;

/// <summary>A file that exists only while it is read: a beginning, then a row so many times. Seeks only when it may.</summary>
/// <param name="start">The beginning.</param>
/// <param name="row">What follows.</param>
/// <param name="rows">How many times.</param>
/// <param name="seeks">Whether it can be read again.</param>
/// <param name="watch">Told the position before each read; null for nobody.</param>
internal sealed class GeneratedStream(byte[] start, byte[] row, long rows, bool seeks = false, Action<long>? watch = null) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => seeks;

    public override bool CanWrite => false;

    public override long Length => seeks ? start.Length + (row.Length * rows) : throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => position = seeks ? value : throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Fill(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Fill(Span<byte> buffer)
    {
        watch?.Invoke(position);
        var filled = 0;
        while (filled < buffer.Length && Rest() is { IsEmpty: false } rest)
        {
            var count = Math.Min(rest.Length, buffer.Length - filled);
            rest[..count].CopyTo(buffer[filled..]);
            filled += count;
            position += count;
        }

        return filled;
    }

    private ReadOnlySpan<byte> Rest()
    {
        if (position < start.Length)
        {
            return start.AsSpan((int)position);
        }

        var after = position - start.Length;
        return after < row.Length * rows ? row.AsSpan((int)(after % row.Length)) : [];
    }
}
