namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Alters files as a bad disk or a curious person does.</summary>
internal static class Damage
{
    /// <summary>Changes one byte at a share of the file's length, 0 to 1.</summary>
    public static void Byte(string file, double where)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[(int)((bytes.Length - 1) * where)] ^= 0x20;
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>Changes one byte wherever a text stands.</summary>
    public static void Text(string file, string text)
    {
        var bytes = File.ReadAllBytes(file);
        var places = 0;
        for (int at; (at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text))) >= 0; places++)
        {
            bytes[at] ^= 0x20;
        }

        Assert.True(places > 0, $"{file} does not hold '{text}'.");
        File.WriteAllBytes(file, bytes);
    }
}
