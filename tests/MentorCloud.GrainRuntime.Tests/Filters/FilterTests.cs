using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Filters;

public sealed class FilterTests
{
    [Fact]
    public async Task Filter_sees_the_call_and_its_result()
    {
        var seen = new List<string>();
        await using var host = await StartAsync(async context =>
        {
            seen.Add($"{context.InterfaceMethod.DeclaringType!.Name}.{context.MethodName}({context.Request.GetArgument(0)}) on {context.TargetId}");
            await context.Invoke();
            seen.Add($"= {context.Result}");
        });

        Assert.Equal(5, await host.Get<ICounterGrain>("t/1").AddSlowly(5));
        Assert.Equal(6, await host.Get<ICounterGrain>("t/1").Add(1));

        Assert.Equal(["ICounterGrain.AddSlowly(5) on counter/t/1", "= 5", "ICounterGrain.Add(1) on counter/t/1", "= 6"], seen);
    }

    [Fact]
    public async Task Filter_that_throws_refuses_the_call()
    {
        await using var host = await StartAsync(context =>
            context.MethodName == "Add" ? throw new UnauthorizedAccessException("no") : context.Invoke());
        var counter = host.Get<ICounterGrain>("t/1");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => counter.Add(1));
        Assert.Equal(0, await counter.AddSlowly(0));
    }

    [Fact]
    public async Task Filter_that_does_not_go_on_answers_itself()
    {
        await using var host = await StartAsync(context =>
        {
            context.Result = 42;
            return Task.CompletedTask;
        });

        Assert.Equal(42, await host.Get<ICounterGrain>("t/1").Add(1));
    }

    [Fact]
    public async Task Filter_may_replace_arguments_and_results()
    {
        await using var host = await StartAsync(async context =>
        {
            context.Request.SetArgument(0, 10);
            await context.Invoke();
            context.Result = (int)context.Result! + 1;
        });

        Assert.Equal(11, await host.Get<ICounterGrain>("t/1").Add(1));
        Assert.Equal(21, await host.Get<ICounterGrain>("t/1").AddSlowly(1));
    }

    [Fact]
    public async Task Filters_run_in_the_order_of_registration()
    {
        var order = new List<string>();
        await using var host = await TestHost.StartAsync(add: services =>
        {
            services.AddSingleton<IIncomingGrainCallFilter>(new DelegateFilter(context => Note("first", context)));
            services.AddSingleton<IIncomingGrainCallFilter>(new DelegateFilter(context => Note("second", context)));
        });

        await host.Get<ICounterGrain>("t/1").Add(1);

        Assert.Equal(["first", "second"], order);

        Task Note(string name, IIncomingGrainCallContext context)
        {
            order.Add(name);
            return context.Invoke();
        }
    }

    [Fact]
    public async Task Filter_is_told_who_calls()
    {
        GrainId? source = null;
        await using var host = await StartAsync(context =>
        {
            if (context.InterfaceName.EndsWith(nameof(ICounterGrain), StringComparison.Ordinal))
                source = context.SourceId;
            return context.Invoke();
        });

        await host.Get<IRelayGrain>("t/a").ReadContextBelow("t/b", "x");
        Assert.Equal(GrainId.Create("relay", "t/a"), source);
        await host.Get<ICounterGrain>("t/b").Add(1);
        Assert.Null(source);
    }

    private static Task<TestHost> StartAsync(Func<IIncomingGrainCallContext, Task> filter) =>
        TestHost.StartAsync(add: services => services.AddSingleton<IIncomingGrainCallFilter>(new DelegateFilter(filter)));

    private sealed class DelegateFilter(Func<IIncomingGrainCallContext, Task> filter) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) => filter(context);
    }
}
