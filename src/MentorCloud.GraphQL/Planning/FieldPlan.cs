using System.Text;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Planning;

/// <summary>
/// One field of one object type in one operation: its bytes before the value, its coerced arguments when they are
/// constant, and the plans of what is selected below, made when first needed.
/// </summary>
internal sealed class FieldPlan
{
    private readonly PlanVariant _variant;
    private readonly SelectionPlan?[]? _byType;
    private SelectionPlan? _last;
    private SourceLocation[]? _locations;

    public FieldPlan(PlanVariant variant, FieldDef def, string responseName, List<Field> nodes, bool first)
    {
        _variant = variant;
        Def = def;
        Binding = def.Binding!;
        ResponseName = responseName;
        Nodes = nodes;
        Nullable = !def.Type.IsNonNull;
        Prefix = Encoding.UTF8.GetBytes((first ? "{" : ",") + $"\"{responseName}\":");
        Invoker = Binding.Invoker;
        if (def.Type.Named.IsComposite) _byType = new SelectionPlan?[variant.Schema.ObjectTypes.Count];
        PlanArguments();
    }

    public FieldDef Def { get; }

    public FieldBinding Binding { get; }

    public FieldInvoker Invoker { get; }

    public string ResponseName { get; }

    public List<Field> Nodes { get; }

    public bool Nullable { get; }

    /// <summary>Comma or brace, name and colon.</summary>
    public byte[] Prefix { get; }

    /// <summary>Arguments as the resolver takes them, when no variable is in them.</summary>
    public object?[]? ConstantArguments { get; private set; }

    /// <summary>Where a request keeps its arguments when a variable is in them.</summary>
    public int ArgumentSlot { get; private set; } = -1;

    public IReadOnlyList<SourceLocation> Locations =>
        _locations ??= [.. Nodes.Select(n => _variant.Document.Locate(n))];

    public PlanVariant Variant => _variant;

    public SourceLocation Locate(Node node) => _variant.Document.Locate(node);

    /// <summary>What is selected below on values of this type.</summary>
    public SelectionPlan Selection(ObjectType type)
    {
        var last = _last;
        if (last is not null && ReferenceEquals(last.Type, type)) return last;
        return _last = _byType![type.Index] ??= _variant.Collect(type, Nodes);
    }

    /// <summary>Coerces and converts the arguments.</summary>
    public object?[] CoerceArguments(VariableValues? variables)
    {
        var values = ArgumentCoercion.Coerce(Def.Arguments, Nodes[0].Arguments, variables);
        var converters = Binding.Converters;
        for (var i = 0; i < values.Length; i++)
        {
            if (converters[i] is { } convert) values[i] = convert(values[i]);
        }

        return values;
    }

    private void PlanArguments()
    {
        if (Def.Arguments.Count == 0)
        {
            ConstantArguments = [];
        }
        else if (Nodes[0].Arguments.All(a => IsConstant(a.Value)))
        {
            try
            {
                ConstantArguments = CoerceArguments(null);
            }
            catch (ArgumentCoercionException)
            {
                // Raised again where the field is executed, so that the error has its path.
                ArgumentSlot = _variant.NextArgumentSlot();
            }
        }
        else
        {
            ArgumentSlot = _variant.NextArgumentSlot();
        }
    }

    private static bool IsConstant(ValueNode value) => value switch
    {
        VariableNode => false,
        ListValue list => list.Items.All(IsConstant),
        ObjectValue o => o.Fields.All(f => IsConstant(f.Value)),
        _ => true,
    };
}
