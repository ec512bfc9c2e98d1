using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Planning;
using Microsoft.Extensions.Logging;

namespace MentorCloud.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    /// <summary>A resolver threw, or gave what cannot be written: records the error and puts null in its place.</summary>
    public bool Fail(int level, FieldPlan field, bool nullable, Exception exception)
    {
        _depth = level + 1;
        Truncate(_levels[level].Start);
        var error = ErrorOf(exception, field);
        Report(error with
        {
            Path = Path(),
            Locations = exception is ArgumentCoercionException { At: { } at } ? [field.Locate(at)] : field.Locations,
        });
        if (!nullable) return false;
        Output.WriteNull();
        return true;
    }

    /// <summary>The error for an exception at the current place, without recording it.</summary>
    public GraphQLError ErrorAt(Exception exception, FieldPlan field) =>
        ErrorOf(exception, field) with { Path = Path(), Locations = field.Locations };

    /// <summary>Records that a value was null where it must not be.</summary>
    public bool FailNull(FieldPlan field)
    {
        Report(new GraphQLError($"Cannot return null for non-nullable field {field.Def}.", ErrorCodes.NullInNonNull)
        {
            Path = Path(),
            Locations = field.Locations,
        });
        return false;
    }

    /// <summary>Nothing could be selected at all: data is null.</summary>
    public void FailRoot(GraphQLError error)
    {
        Report(error);
        _rootDead = true;
    }

    public void Report(GraphQLError error)
    {
        lock (_errors) _errors.Add(error);
    }

    private List<object> Path()
    {
        var path = new List<object>();
        if (_levels[0].Place is { Parent: { } above }) path.AddRange(above.ToPath());
        for (var i = 0; i < _depth; i++)
        {
            path.Add(_levels[i].Field is { } field ? field.ResponseName : _levels[i].Index);
        }

        return path;
    }

    private GraphQLError ErrorOf(Exception exception, FieldPlan field)
    {
        switch (exception)
        {
            case GraphQLException refusal: return refusal.Error;
            case ArgumentCoercionException argument: return new GraphQLError(argument.Message, ErrorCodes.BadUserInput);
            case FormatException or ResultException: return new GraphQLError(exception.Message, ErrorCodes.BadResult);
        }

        foreach (var mapper in Engine.Options.ErrorMappers)
        {
            if (mapper.Map(exception) is { } mapped) return mapped;
        }

        if (exception is OperationCanceledException && Cancellation.IsCancellationRequested)
        {
            return new GraphQLError("The operation was cancelled.", ErrorCodes.ExecutionTimeout);
        }

        return Unknown(exception, field);
    }

    private GraphQLError Unknown(Exception exception, FieldPlan field)
    {
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        Engine.Options.Logger.LogError(
            exception,
            "GraphQL field {Field} failed; error id {ErrorId}, trace {TraceId}",
            field.Def.ToString(),
            id,
            Activity.Current?.TraceId.ToString() ?? string.Empty);
        return new GraphQLError(string.Create(CultureInfo.InvariantCulture, $"Something went wrong on our side. Quote the id {id} when you report it."), ErrorCodes.Internal)
        {
            Extensions = new Dictionary<string, object?> { ["id"] = id },
        };
    }
}

/// <summary>A resolver gave a value that the schema has no place for; the message names field and type, not the value.</summary>
internal sealed class ResultException(string message) : Exception(message);
