
namespace MentorCloud.Cluster.Serialization;

/// <summary>A refusal on its way through an exception from silo to silo.</summary>
[GenerateSerializer]
[Alias("mentorcloud.refused")]
internal struct RefusedExceptionSurrogate
{
    /// <summary>The refusal as JSON.</summary>
    [Id(0)]
    public string Refusal;
}
