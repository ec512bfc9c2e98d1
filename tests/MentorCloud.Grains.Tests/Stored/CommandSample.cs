using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>Values of any type that crosses to a grain: one for each number, different in all of its parts.</summary>
internal static class CommandSample
{
    /// <summary>The value with a number, 0 or 1.</summary>
    public static object Of(Type type, int number)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner, number);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(number)!;
        if (type == typeof(string)) return $"text {number}";
        if (type == typeof(bool)) return number == 1;
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddDays(number);
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(number + 1);
        if (type == typeof(TimeOnly)) return new TimeOnly(number, 0);
        if (type == typeof(TimeSpan)) return TimeSpan.FromHours(number);
        if (type.IsPrimitive) return Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Many(type.GetGenericArguments()[0], number);
        return type == typeof(Guid) ? new Guid(number + 1, 0, 0, new byte[8]) : Composed(Concrete(type)[0], number);
    }

    /// <summary>Types that an abstract one stands for; a type itself when it stands for nothing else.</summary>
    public static IReadOnlyList<Type> Concrete(Type type) => type.IsAbstract && type.Assembly == typeof(EntityId).Assembly
        ? [.. type.Assembly.GetTypes().Where(each => each.IsSubclassOf(type) && !each.IsAbstract).OrderBy(each => each.Name, StringComparer.Ordinal)]
        : [type];

    private static object Composed(Type type, int number)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(each => each.SetMethod is not null && each.GetIndexParameters().Length == 0))
        {
            property.SetValue(value, Of(property.PropertyType, number));
        }

        return value;
    }

    private static object Many(Type part, int number)
    {
        var list = (IList)Array.CreateInstance(part, 1);
        list[0] = Of(part, number);
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method is { Name: nameof(ImmutableArray.Create), IsGenericMethod: true } && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(part).Invoke(null, [list])!;
    }
}
