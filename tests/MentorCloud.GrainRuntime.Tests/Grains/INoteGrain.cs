namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface INoteGrain : IGrainWithStringKey
{
    Task<string> Read();

    Task<string?> Etag();

    Task Write(string text);

    Task Forget();
}
