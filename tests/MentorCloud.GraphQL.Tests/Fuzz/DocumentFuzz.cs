using System.Text.Json;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Tests.Generators;
using MentorCloud.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>Documents that are GraphQL, nearly GraphQL, or made to cost much, on a new schema every thousand; repeatable by their number.</summary>
internal static class DocumentFuzz
{
    private const int Seed = 7;
    private const int OneSchema = 1_000;
    private const int OneEndless = 500;
    private static readonly ServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    /// <summary>Runs the documents numbered from 0 and counts what became of them.</summary>
    public static async Task RunAsync(int count, FuzzTally tally, Action<int>? progress = null)
    {
        GraphQLEngine? engine = null;
        for (var n = 0; n < count; n++)
        {
            if (n % OneSchema == 0)
            {
                engine = new GraphQLEngine(JsonResolver.Build(new SchemaGenerator(new Dice(Seed + n)).Generate()));
                progress?.Invoke(n);
            }

            var dice = new Dice(DiceOf(n));
            var (text, variables) = Document(engine!.Schema, dice);
            var timer = new CaseTimer();
            await (n % OneEndless == 0 ? EndlessAsync(engine.Schema, tally) : AnswerAsync(engine, text, variables, dice, tally));
            Judge(engine.Schema, text, tally);
            timer.Stop(tally);
        }
    }

    /// <summary>The seed of a case, which depends on nothing but its number.</summary>
    public static int DiceOf(int n) => unchecked((Seed * 486187739) + (n * 16777619));

    public static (string Text, JsonElement Variables) Document(Schema schema, Dice dice)
    {
        if (dice.Chance(2)) return (Hostile.Document(dice), default);
        var generator = new DocumentGenerator(schema, dice, dice.Pick(0, 0, 10, 60));
        var text = generator.Generate();
        if (dice.Chance(25)) text = new Spoiler(dice, loneSurrogates: true).Spoil(text);
        return (text, JsonElement.Parse(generator.Variables.ToJsonString()));
    }

    private static async Task AnswerAsync(GraphQLEngine engine, string text, JsonElement variables, Dice dice, FuzzTally tally)
    {
        var context = new GraphQLRequestContext(Nothing) { State = JsonElement.Parse("{}"), IsAuthenticated = dice.Chance(50), MaxCost = dice.Chance(5) ? 1 : null };
        using var response = await engine.ExecuteAsync(new GraphQLRequest(text) { Variables = variables }, context);
        foreach (var error in response.Errors) tally.Hit(error.Code);
    }

    /// <summary>A resolver that never answers: the operation ends when its time is over.</summary>
    private static async Task EndlessAsync(Schema schema, FuzzTally tally)
    {
        var engine = new GraphQLEngine(schema, new GraphQLEngineOptions { Limits = new GraphQLLimits { MaxExecutionTime = TimeSpan.FromMilliseconds(1) } });
        using var response = await engine.ExecuteAsync(new GraphQLRequest("{ endless: o { __typename } }"), new GraphQLRequestContext(Nothing) { State = JsonElement.Parse("""{"o":{"$never":true}}""") });
        foreach (var error in response.Errors) tally.Hit(error.Code);
    }

    private static void Judge(Schema schema, string text, FuzzTally tally)
    {
        tally.Documents++;
        try
        {
            var document = Parser.Parse(text, 5_000);
            tally.Parsed++;
            if (DocumentValidator.Validate(schema, document, 100, tally.Hit).Count == 0) tally.Valid++;
        }
        catch (SyntaxException)
        {
            // Counted by its code already.
        }
    }
}
