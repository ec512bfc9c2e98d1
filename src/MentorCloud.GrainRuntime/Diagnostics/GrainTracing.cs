using System.Diagnostics;

namespace MentorCloud.GrainRuntime;

/// <summary>Traces of turns. Keys stay out of them: they name people.</summary>
internal static class GrainTracing
{
    public static readonly ActivitySource Source = new("MentorCloud.GrainRuntime");

    public static Activity? Start(GrainMethod method, GrainKind kind)
    {
        var activity = Source.StartActivity(method.ActivityName);
        activity?.SetTag("grain.type", kind.Name);
        return activity;
    }
}
