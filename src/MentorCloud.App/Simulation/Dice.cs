using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MentorCloud.App.Simulation;

/// <summary>Chances that depend on the seed and on what they are thrown for, and on nothing else: not on order, thread or machine.</summary>
internal sealed class Dice
{
    private readonly Random random;

    private Dice(int seed) => random = new Random(seed);

    public static Dice For(int seed, params ReadOnlySpan<string> what) =>
        new(BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{string.Join('|', what!)}"))));

    public bool Chance(double share) => random.NextDouble() < share;

    /// <summary>From one to the other, both included.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
