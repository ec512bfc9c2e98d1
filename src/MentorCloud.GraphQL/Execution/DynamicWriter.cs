using System.Collections;
using System.Globalization;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Execution;

/// <summary>Writes values whose CLR type is only known when they come, for default resolvers and properties of type object.</summary>
internal sealed class DynamicWriter : ValueWriter<object?>
{
    private readonly Schema _schema;
    private readonly GraphQLType _type;
    private readonly DynamicWriter? _item;

    public DynamicWriter(Schema schema, GraphQLType type)
        : base(!type.IsNonNull)
    {
        _schema = schema;
        _type = type.Nullable;
        _item = _type is ListType list ? new DynamicWriter(schema, list.Item) : null;
    }

    public override bool Write(OperationExecution execution, FieldPlan field, object? value)
    {
        if (value is Exception failure) throw failure;
        if (value is null) return WriteNull(execution, field);
        switch (_type)
        {
            case ListType:
                return WriteList(execution, field, value);
            case ScalarType scalar:
                DynamicLeaf.Write(scalar, value, execution.Output);
                return true;
            case EnumType @enum:
                execution.Output.WriteRaw(Member(@enum, value).Json);
                return true;
            default:
                var start = execution.Output.Position;
                var concrete = _type as ObjectType ?? _schema.Resolver.Resolve((NamedType)_type, value, field);
                return execution.WriteObject(field.Selection(concrete), value) || Collapse(execution, start);
        }
    }

    private static EnumMember Member(EnumType type, object value)
    {
        var name = value as string ?? (value is Enum ? ClrNames.Screaming(value.ToString()!) : null);
        return name is not null && type.Values.TryGet(name, out var member)
            ? member
            : throw new FormatException($"Enum \"{type.Name}\" cannot represent value: {Convert.ToString(value, CultureInfo.InvariantCulture)}");
    }

    private bool WriteList(OperationExecution execution, FieldPlan field, object value)
    {
        if (value is string || value is not IEnumerable items)
        {
            throw new FormatException($"Expected Iterable, but did not find one for field \"{field.Def}\".");
        }

        var start = execution.Output.Position;
        execution.Output.WriteByte((byte)'[');
        var level = execution.Push();
        var i = 0;
        var whole = true;
        foreach (var item in items)
        {
            whole = WriteItem(execution, field, level, i++, item);
            if (!whole) break;
        }

        execution.Pop();
        if (!whole) return Collapse(execution, start);
        execution.Output.WriteByte((byte)']');
        return true;
    }

    private bool WriteItem(OperationExecution execution, FieldPlan field, int level, int index, object? value)
    {
        if (index > 0) execution.Output.WriteByte((byte)',');
        execution.Begin(level, index, _item!.Nullable);
        bool written;
        try
        {
            written = _item.Write(execution, field, value);
        }
        catch (Exception e)
        {
            written = execution.Fail(level, field, _item.Nullable, e);
        }

        execution.End(level);
        return written;
    }
}
