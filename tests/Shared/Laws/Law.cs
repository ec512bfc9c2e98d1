using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace MentorCloud.Testing;

/// <summary>
/// How laws are tried: on the same cases in every run, so that a run says something about the change it is for.
/// <c>MENTORCLOUD_LAWS_SEED</c>, a whole number, tries others.
/// </summary>
internal static class Law
{
    private const ulong Usual = 20_260_105;

    /// <summary>FsCheck wants an odd one.</summary>
    private const ulong Gamma = 0x9e37_79b9_7f4a_7c15;

    /// <summary>So many cases; the first that breaks the law is thrown, shrunk.</summary>
    public static Config Cases(int count) => Config.QuickThrowOnFailure.WithMaxTest(count)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed(), Gamma), FSharpOption<int>.None)));

    private static ulong Seed() =>
        ulong.TryParse(Environment.GetEnvironmentVariable("MENTORCLOUD_LAWS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : Usual;
}
