using System.Text;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Numbers names by their UTF-8 bytes, in the order in which they are met. Makes a string of a new name only.</summary>
internal sealed class NameTable
{
    private readonly List<byte[]> names = [];
    private readonly List<int> nextOf = [];
    private int[] heads = new int[256];
    private int latest;

    public NameTable() => Array.Fill(heads, -1);

    public int Count => names.Count;

    /// <summary>A name as text.</summary>
    public string this[int number] => Encoding.UTF8.GetString(names[number]);

    /// <summary>The name's number; files list names in runs or in turn, so the last one and its follower are tried first.</summary>
    public int NumberOf(ReadOnlySpan<byte> name, out bool isNew)
    {
        isNew = false;
        if (Find(name) is var found and >= 0)
        {
            return latest = found;
        }

        isNew = true;
        if (names.Count == heads.Length)
        {
            Grow();
        }

        names.Add(name.ToArray());
        nextOf.Add(-1);
        Link(names.Count - 1);
        return latest = names.Count - 1;
    }

    /// <summary>The name's number, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var guess = latest; guess < names.Count && guess <= latest + 1; guess++)
        {
            if (name.SequenceEqual(names[guess]))
            {
                return guess;
            }
        }

        var number = heads[Slot(name)];
        while (number >= 0 && !name.SequenceEqual(names[number]))
        {
            number = nextOf[number];
        }

        return number;
    }

    private int Slot(ReadOnlySpan<byte> name)
    {
        var hash = default(HashCode);
        hash.AddBytes(name);
        return hash.ToHashCode() & (heads.Length - 1);
    }

    private void Grow()
    {
        heads = new int[heads.Length * 4];
        Array.Fill(heads, -1);
        for (var number = 0; number < names.Count; number++)
        {
            Link(number);
        }
    }

    private void Link(int number)
    {
        ref var head = ref heads[Slot(names[number])];
        (nextOf[number], head) = (head, number);
    }
}
