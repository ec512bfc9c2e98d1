namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Changes a schema's text in one or two places: mostly against a rule of the type system, sometimes against none.</summary>
internal static class SchemaSpoiler
{
    private static readonly (string From, string To)[] Changes =
    [
        (": T0", ": Nope"), (": String", ": InA"), ("n: Int!", "n: T0"), ("type T1", "type T0"), ("input InB", "input InA"), ("enum Color { RED", "enum Color { RED RED"),
        ("enum Color { RED", "enum Color { true"), ("union U0 = T0", "union U0 = T0 | T0"), ("union U0 = T0", "union U0 = I0"), ("union U0 = T0", "union U0 = T0 | Color"),
        ("implements I0", "implements I0 & I0"), ("implements I0", "implements T0"), ("implements I0", "implements Nope"), ("s00: ", "s00x: "), ("argsI0(", "argsI0(more: Int!, "),
        ("argsI0(", "argsI0(more: Int, "), ("a: Int  b: String  c: InA", "a: Int!  b: String  c: InA"), ("a: Int  b: String", "a: Int = 1  b: String"), ("self: InB", "self: InB!"),
        ("n: Int! = 3", "n: Int! = \"x\""), ("color: Color = GREEN", "color: Color = PINK"), ("list: [Int!]", "list: [Int!] = [1, null]"), ("f: Float = 1.5", "f: Float = 1"),
        ("type Query {", "type Queri {"), ("type Query {", "type Query { __bad: Int "), ("type Query {", "extend type Query { more: Int } type Query {"),
        ("type Query {", "extend type Nope { more: Int } type Query {"), ("type Query {", "extend type Query { o: T0 } type Query {"), ("type Query {", "schema { query: Query } type Query {"),
        ("type Query {", "schema { query: Color } type Query {"), ("type Query {", "schema { query: Query query: Query } type Query {"), ("type Query {", "interface Lone { a: Int } type Query {"),
        ("type Query {", "type Empty type Query {"), ("type Query {", "type Empty { } type Query {"), ("type Query {", "input Void type Query {"), ("type Query {", "enum Void type Query {"),
        ("type Query {", "union Void type Query {"), ("type Query {", "interface I9 implements I9 { a: Int } type Query {"), ("type Query {", "directive @twice on FIELD directive @twice on FIELD type Query {"),
        ("type Query {", "directive @self(a: Int @self) on ARGUMENT_DEFINITION type Query {"), ("type Query {", "directive @odd on NOWHERE type Query {"), ("type Query {", "query Q { a } type Query {"),
        ("type Query {", "input Loop { a: Loop! } type Query {"), ("type Query {", "input Loop { a: [Loop!]! } type Query {"), ("type Query {", "scalar Int type Query {"), ("type Query {", "\"described\" type Query {"),
        ("scalar Any", "scalar Any @deprecated"), ("scalar Any", "scalar Any @once"), ("scalar Any", "scalar Any @specifiedBy"), ("scalar Any", "scalar Any @specifiedBy(url: 1)"), ("scalar Any", "scalar __Any"),
        ("BLUE @deprecated", "BLUE @deprecated @deprecated"), ("BLUE @deprecated", "BLUE @deprecated(reason: \"old\")"), ("req: Boolean!", "req: Boolean! @deprecated"), ("s: String", "s: String @deprecated"),
        ("on FIELD |", "on FIELD | FIELD |"), ("repeatable on", "on"), ("(text: String = \"x\", n: Int!)", "(text: String = 5, n: Int!)"), ("(text: String", "(text: T0"), ("type Mutation {", "type Mutation { m0: Int "),
    ];

    public static string Spoil(string sdl, Dice dice)
    {
        if (dice.Chance(15)) return new Spoiler(dice, loneSurrogates: false).Spoil(sdl);
        for (var n = 1 + dice.Next(2); n > 0; n--)
        {
            var (from, to) = dice.PickFrom(Changes);
            var at = sdl.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0) sdl = sdl[..at] + to + sdl[(at + from.Length)..];
        }

        return sdl;
    }
}
