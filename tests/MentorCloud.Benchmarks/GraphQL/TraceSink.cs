using System.Net;
using System.Text;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>Stands for an OpenTelemetry collector: takes everything, keeps how many bytes it was.</summary>
internal sealed class TraceSink : IDisposable
{
    private readonly HttpListener _listener = new();
    private long _bytes;

    public TraceSink(int port)
    {
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = TakeAsync();
    }

    public string Address { get; }

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                var body = await new StreamReader(call.Request.InputStream, Encoding.Latin1).ReadToEndAsync();
                Interlocked.Add(ref _bytes, body.Length);
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
