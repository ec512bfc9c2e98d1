using System.Reflection;
using Xunit.v3;

[assembly: TestFramework(typeof(MentorCloud.Testing.Order.OrderedFramework))]
[assembly: TestCollectionOrderer(typeof(MentorCloud.Testing.Order.OrderedCollections))]

namespace MentorCloud.Testing.Order;

/// <summary>
/// xunit with an order of tests that is the same on every machine. xunit sorts classes and tests by ids that it derives from the
/// assembly's, and that from its path: each folder with a checkout would have another order. docs/adr/0098.
/// </summary>
internal sealed class OrderedFramework(string? configFile) : XunitTestFramework(configFile)
{
    /// <summary>The environment variable whose value, any text, stands for an order; the usual one when it is not set.</summary>
    public const string Variable = "MENTORCLOUD_TEST_ORDER";

    private readonly string? configFile = configFile;

    public OrderedFramework()
        : this(null)
    {
    }

    /// <summary>What the ids of everything in an assembly derive from.</summary>
    public static string IdOf(Assembly assembly) => $"{assembly.GetName().Name} {Environment.GetEnvironmentVariable(Variable)}";

    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new XunitTestFrameworkDiscoverer(Tests(assembly));

    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new XunitTestFrameworkExecutor(Tests(assembly));

    private XunitTestAssembly Tests(Assembly assembly) => new(assembly, configFile, assembly.GetName().Version, IdOf(assembly));
}
