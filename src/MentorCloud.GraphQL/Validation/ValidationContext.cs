using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Validation;

/// <summary>What rules share: schema, document, fragments by name, variable usages, and the errors found.</summary>
internal sealed class ValidationContext
{
    private readonly int _maxErrors;
    private readonly Dictionary<Definition, List<VariableUsage>> _usages = [];
    private readonly Dictionary<Definition, List<FragmentSpread>> _spreads = [];

    public ValidationContext(Schema schema, Document document, int maxErrors, Action<string>? onError)
    {
        Schema = schema;
        Document = document;
        _maxErrors = maxErrors;
        OnError = onError;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>()) Fragments[fragment.Name.Value] = fragment;
        Budget = 20_000 + (20 * document.Tokens);
    }

    public Schema Schema { get; }

    public Document Document { get; }

    /// <summary>Told the name of the rule of every error.</summary>
    public Action<string>? OnError { get; }

    /// <summary>By name; of several with the same name the last counts, and another rule refuses them.</summary>
    public Dictionary<string, FragmentDefinition> Fragments { get; } = new(StringComparer.Ordinal);

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>Work that rules of more than linear cost may still do; grows with the document, so that refusing stays linear.</summary>
    private int Budget { get; }

    /// <summary>What of the budget is spent.</summary>
    public int Spent { get; private set; }

    public void Spend(int work)
    {
        Spent += work;
        if (Spent > Budget) throw new ValidationStopped();
    }

    public void Report(string rule, string message, ReadOnlySpan<Node> nodes)
    {
        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++) locations[i] = Document.Locate(nodes[i]);
        Report(rule, message, locations);
    }

    public void Report(string rule, string message, SourceLocation[] locations)
    {
        OnError?.Invoke(rule);
        Errors.Add(new GraphQLError(message, ErrorCodes.ValidationFailed) { Locations = locations });
        if (Errors.Count < _maxErrors) return;
        Errors.Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.ValidationFailed));
        throw new ValidationStopped();
    }

    public void AddUsage(Definition definition, VariableUsage usage) => Get(_usages, definition).Add(usage);

    public void AddSpread(Definition definition, FragmentSpread spread) => Get(_spreads, definition).Add(spread);

    public IReadOnlyList<FragmentSpread> SpreadsOf(Definition definition) => _spreads.TryGetValue(definition, out var list) ? list : [];

    /// <summary>Variables used by an operation, its own and those of every fragment it reaches.</summary>
    public IEnumerable<VariableUsage> UsagesOf(OperationDefinition operation)
    {
        foreach (var definition in new Definition[] { operation }.Concat(ReachedFragments(operation)))
        {
            if (!_usages.TryGetValue(definition, out var usages)) continue;
            Spend(usages.Count);
            foreach (var usage in usages) yield return usage;
        }
    }

    /// <summary>Every fragment that an operation reaches, each once.</summary>
    public List<FragmentDefinition> ReachedFragments(OperationDefinition operation)
    {
        var reached = new List<FragmentDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var todo = new Stack<Definition>([operation]);
        while (todo.TryPop(out var definition))
        {
            foreach (var spread in SpreadsOf(definition))
            {
                Spend(1);
                if (!seen.Add(spread.Name.Value) || !Fragments.TryGetValue(spread.Name.Value, out var fragment)) continue;
                reached.Add(fragment);
                todo.Push(fragment);
            }
        }

        return reached;
    }

    private static List<T> Get<T>(Dictionary<Definition, List<T>> map, Definition key)
    {
        if (!map.TryGetValue(key, out var list)) map.Add(key, list = []);
        return list;
    }
}

/// <summary>Validation ends early: enough errors, or the budget is spent.</summary>
internal sealed class ValidationStopped : Exception;
