using System.Reflection;
using System.Reflection.Emit;
using MentorCloud.Contracts.Grains;
using MentorCloud.Grains.Tenants;

namespace MentorCloud.Grains.Tests.Calls;

/// <summary>Which grains each grain's code can call: every <c>GetGrain</c> in its compiled methods, and in the types of the project that these use.</summary>
internal static class GrainCalls
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Project = typeof(TenantGrain).Assembly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Caller and called, as interfaces' names without <c>I</c> and <c>Grain</c>.</summary>
    public static IReadOnlySet<(string Caller, string Called)> All()
    {
        var used = Project.GetTypes().GroupBy(Outermost)
            .ToDictionary(group => group.Key, group => group.SelectMany(Methods).SelectMany(Called).ToList());
        return Grains().SelectMany(grain => CallsOf(grain, used).Select(called => (NameOf(grain), called))).ToHashSet();
    }

    /// <summary>What the call filter calls on behalf of everybody.</summary>
    public static IReadOnlySet<string> OfTheFilter() =>
        Project.GetTypes().Where(type => Outermost(type).Name == "PolicyFilter").SelectMany(Methods).SelectMany(Called).Select(GrainAsked).OfType<string>().ToHashSet();

    /// <summary>By name, so that the test reads the same in both editions.</summary>
    public static IReadOnlyList<Type> Grains() =>
        [.. Project.GetTypes().Where(type => !type.IsAbstract && type.GetInterfaces().Any(face => face.Namespace == typeof(ITenantGrain).Namespace && face.Name == $"I{type.Name}"))];

    public static string NameOf(Type grain) => grain.Name[..^"Grain".Length];

    private static HashSet<string> CallsOf(Type grain, Dictionary<Type, List<MethodBase>> used)
    {
        var (seen, open, calls) = (new HashSet<Type> { grain }, new Stack<Type>([grain]), new HashSet<string>());
        while (open.TryPop(out var type))
        {
            foreach (var method in used[type])
            {
                if (GrainAsked(method) is { } called)
                    calls.Add(called);
                var owner = method.DeclaringType is { } declaring ? Outermost(declaring.IsGenericType ? declaring.GetGenericTypeDefinition() : declaring) : null;
                if (owner is not null && used.ContainsKey(owner) && !Grains().Contains(owner) && seen.Add(owner))
                    open.Push(owner);
            }
        }

        return calls;
    }

    private static string? GrainAsked(MethodBase method) =>
        method is { Name: "GetGrain", IsGenericMethod: true } ? method.GetGenericArguments()[0].Name[1..^"Grain".Length] : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));

    /// <summary>The methods that a method's code names.</summary>
    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += SizeOf(instruction.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
