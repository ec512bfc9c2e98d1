using System.Runtime.CompilerServices;

namespace MentorCloud.Gateway.Tests;

/// <summary>Where this test project's files are.</summary>
internal static class Sources
{
    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
