using System.Buffers;
using System.Text.Json;

namespace MentorCloud.GrainRuntime;

/// <summary>Bytes of a state on its way to the store, in rented memory.</summary>
internal sealed class PayloadBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 2048;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    private PayloadBuffer()
    {
    }

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    public static PayloadBuffer Rent() => new();

    public Utf8JsonWriter CreateWriter() => new(this, new JsonWriterOptions { SkipValidation = true });

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        var wanted = _length + Math.Max(sizeHint, 256);
        if (wanted <= _bytes.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
