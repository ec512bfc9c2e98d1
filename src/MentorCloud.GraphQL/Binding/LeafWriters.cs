using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>The writers of scalars and enums by CLR type.</summary>
internal static class LeafWriters
{
    /// <summary>Which CLR types carry which built-in scalar.</summary>
    private static readonly FrozenDictionary<(string, Type), Delegate> BuiltIn = new Dictionary<(string, Type), Delegate>
    {
        [("Int", typeof(int))] = Of<int>((v, o) => o.WriteNumber(v)),
        [("Int", typeof(short))] = Of<short>((v, o) => o.WriteNumber(v)),
        [("Int", typeof(ushort))] = Of<ushort>((v, o) => o.WriteNumber(v)),
        [("Int", typeof(byte))] = Of<byte>((v, o) => o.WriteNumber(v)),
        [("Int", typeof(sbyte))] = Of<sbyte>((v, o) => o.WriteNumber(v)),
        [("Int", typeof(uint))] = Of<uint>((v, o) => WriteInt(v, o)),
        [("Int", typeof(long))] = Of<long>(WriteInt),
        [("Float", typeof(double))] = Of<double>((v, o) => o.WriteNumber(v)),
        [("Float", typeof(float))] = Of<float>(WriteSingle),
        [("Float", typeof(decimal))] = Of<decimal>((v, o) => o.WriteNumber(v)),
        [("Float", typeof(int))] = Of<int>((v, o) => o.WriteNumber(v)),
        [("Float", typeof(long))] = Of<long>((v, o) => o.WriteNumber(v)),
        [("Boolean", typeof(bool))] = Of<bool>((v, o) => o.WriteBoolean(v)),
        [("String", typeof(string))] = Of<string>((v, o) => o.WriteString(v)),
        [("String", typeof(Uri))] = Of<Uri>((v, o) => o.WriteString(v.OriginalString)),
        [("String", typeof(Guid))] = Of<Guid>((v, o) => o.WriteGuid(v)),
        [("ID", typeof(string))] = Of<string>((v, o) => o.WriteString(v)),
        [("ID", typeof(Guid))] = Of<Guid>((v, o) => o.WriteGuid(v)),
        [("ID", typeof(int))] = Of<int>((v, o) => o.WriteFormatted(v, default)),
        [("ID", typeof(long))] = Of<long>((v, o) => o.WriteFormatted(v, default)),
    }.ToFrozenDictionary();

    public static object Scalar(ScalarType type, Type clr, bool nullable) =>
        Invoke(nameof(ScalarOf), clr, type, nullable);

    public static object Enum(EnumType type, Type clr, bool nullable)
    {
        if (clr == typeof(string)) return new LeafWriter<string>(nullable, (v, o) => WriteMember(type, v, o));
        if (!clr.IsEnum) throw new BindingException($"{ClrNames.Of(clr)} cannot carry enum {type.Name}");
        return Invoke(nameof(EnumOf), clr, type, nullable);
    }

    private static LeafWriter<T> ScalarOf<T>(ScalarType type, bool nullable)
        where T : notnull
    {
        if (BuiltIn.TryGetValue((type.Name, typeof(T)), out var write)) return new LeafWriter<T>(nullable, (Action<T, JsonOutput>)write);
        if (type.Codec is Scalar<T> codec && type.Name is not ("Int" or "Float" or "Boolean" or "String")) return new LeafWriter<T>(nullable, codec.Write);
        if (type.Codec.ClrType.IsAssignableFrom(typeof(T))) return new LeafWriter<T>(nullable, (v, o) => type.Codec.WriteBoxed(v, o));
        if (typeof(T) == typeof(string) && BuiltInScalars.Find(type.Name) is null) return new LeafWriter<T>(nullable, (v, o) => o.WriteString((string)(object)v));
        if (type.Name == "ID" && typeof(IFormattable).IsAssignableFrom(typeof(T)))
        {
            return new LeafWriter<T>(nullable, (v, o) => o.WriteString(((IFormattable)v).ToString(null, CultureInfo.InvariantCulture)));
        }

        if (type.Codec is JsonScalar) return new LeafWriter<T>(nullable, WriteAsJson);
        throw new BindingException($"{ClrNames.Of(typeof(T))} cannot carry scalar {type.Name}, which is {ClrNames.Of(type.Codec.ClrType)}");
    }

    private static LeafWriter<T> EnumOf<T>(EnumType type, bool nullable)
        where T : struct, Enum
    {
        // By number, so that all enums share one table's code: a table of each enum's own is compiled anew at every start.
        var members = EnumMap.FromClr(type, typeof(T)).ToFrozenDictionary(p => Number((T)p.Key), p => p.Value.Json);
        return new LeafWriter<T>(nullable, (v, o) => o.WriteRaw(members.TryGetValue(Number(v), out var json)
            ? json
            : throw new FormatException($"Enum \"{type.Name}\" cannot represent value: {v}")));
    }

    /// <summary>An enum's value without boxing; which of two equally wide numbers it is does not matter here.</summary>
    private static long Number<T>(T value)
        where T : struct, Enum => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, byte>(value),
            2 => Unsafe.BitCast<T, short>(value),
            4 => Unsafe.BitCast<T, int>(value),
            _ => Unsafe.BitCast<T, long>(value),
        };

    private static void WriteMember(EnumType type, string name, JsonOutput output) =>
        output.WriteRaw(type.Values.TryGet(name, out var member) ? member.Json : throw new FormatException($"Enum \"{type.Name}\" cannot represent value: \"{name}\""));

    private static void WriteInt(long value, JsonOutput output)
    {
        if (value is < int.MinValue or > int.MaxValue) throw new FormatException($"Int cannot represent non 32-bit signed integer value: {value.ToString(CultureInfo.InvariantCulture)}");
        output.WriteNumber((int)value);
    }

    private static void WriteSingle(float value, JsonOutput output)
    {
        if (!float.IsFinite(value)) throw new FormatException($"Float cannot represent non numeric value: {value.ToString(CultureInfo.InvariantCulture)}");
        output.WriteFormatted(value, "R", quoted: false);
    }

    private static void WriteAsJson<T>(T value, JsonOutput output) =>
        output.WriteJson(System.Text.Json.JsonSerializer.SerializeToElement(value));

    private static Action<T, JsonOutput> Of<T>(Action<T, JsonOutput> write) => write;

    private static object Invoke(string method, Type clr, params object[] arguments)
    {
        try
        {
            return typeof(LeafWriters).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(clr).Invoke(null, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is BindingException inner)
        {
            throw inner;
        }
    }
}
