using MentorCloud.GraphQL.Tests.Generators;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>Documents that are made to cost much.</summary>
internal static class Hostile
{
    public static string Document(Dice dice)
    {
        var n = 1 + dice.Next(400);
        return dice.Next(12) switch
        {
            0 => "{ " + Repeat("args ", n * 20) + "}",
            1 => "{ " + Repeat("o { ", n) + "__typename" + Repeat(" }", n) + " }",
            2 => "{ args(a0: " + Repeat("[", n * 5) + Repeat("]", n * 5) + ") }",
            3 => "{ args(a0: " + Repeat("{a:", n * 2) + "1" + Repeat("}", n * 2) + ") }",
            4 => "{ " + Join(n, i => $"a{i}: __typename") + " }",
            5 => "{ o { " + Join(n, i => $"a{i}: __typename") + " } }",
            6 => "{ ...F0 } " + Join(n, i => $"fragment F{i} on Query {{ ...F{(i * 7) % n} ...F{(i + 1) % n} }}"),
            7 => "{ ...F0 ...F1 } " + Join(n, i => $"fragment F{i} on Query {{ o {{ __typename }} ...F{i + 1} ...F{i + 2} }}") + $" fragment F{n} on Query {{ __typename }} fragment F{n + 1} on Query {{ __typename }}",
            8 => "{ " + Repeat("o { __typename } ", n) + "}",
            9 => "query(" + Join(n, i => $"$v{i}: {Repeat("[", n)}Int{Repeat("]", n)}") + ") { __typename }",
            10 => "{ __schema { queryType { name } } __type(name: \"Query\") { name } }",
            _ => "{ __schema { types { name } } " + Repeat("__typename ", n) + Repeat("... { ", n) + "args" + Repeat(" }", n) + " }",
        };
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Join(int count, Func<int, string> item) => string.Join(' ', Enumerable.Range(0, count).Select(item));
}
