namespace MentorCloud.Cluster.Transfer;

/// <summary>A command needs the cluster to be stopped, and a silo of it was seen alive a moment ago.</summary>
internal sealed class SilosRunningException(string message) : Exception(message);
