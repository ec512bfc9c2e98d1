using System.Globalization;
using System.Text;
using MentorCloud.GrainRuntime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>
/// The process that is killed: answers <c>ID REGISTER VALUE</c> (a write) and <c>ID REGISTER</c> (a read), one a line,
/// with <c>ID PLACE VALUE,VALUE...</c>, the newest values last.
/// </summary>
internal static class RegisterWorker
{
    /// <summary>A question that is given up is never answered, so a disk that stands still for a while must not end one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Lock Guard = new();
    private static readonly Stream Output = Console.OpenStandardOutput();

    /// <param name="folder">The data folder.</param>
    public static async Task<int> RunAsync(string folder)
    {
        await using var services = new ServiceCollection().AddMentorCloudGrainStorage(folder)
            .AddMentorCloudGrainRuntime(options => options.AddGrainsOf<RegisterGrain>().ResponseTimeout = Patience).BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        var grains = services.GetRequiredService<IGrainFactory>();
        Say("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            _ = Task.Run(() => AnswerAsync(grains, words));
        }

        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task AnswerAsync(IGrainFactory grains, string[] words)
    {
        var register = grains.GetGrain<IRegisterGrain>($"tenant/{words[1]}");
        var state = words.Length > 2
            ? await register.Append(long.Parse(words[2], CultureInfo.InvariantCulture))
            : await register.Read();
        Say(string.Create(CultureInfo.InvariantCulture, $"{words[0]} {state.Place} {string.Join(',', state.Newest)}"));
    }

    private static void Say(string line)
    {
        lock (Guard)
        {
            Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
            Output.Flush();
        }
    }
}
