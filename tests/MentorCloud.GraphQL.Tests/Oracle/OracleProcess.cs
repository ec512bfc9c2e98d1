using System.Diagnostics;
using System.Text.Json;
using MentorCloud.Testing;

namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>graphql-js in one Node process; questions and answers are JSON lines.</summary>
internal sealed class OracleProcess : IDisposable
{
    private readonly Process _process;

    private OracleProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    public static async Task<OracleProcess> StartAsync() => new(await NodeTools.StartAsync("oracle.mjs"));

    /// <summary>Asks many things at once; answers come in order.</summary>
    public async Task<List<JsonElement>> AskAsync(IReadOnlyList<string> questions)
    {
        var writing = Task.Run(async () =>
        {
            foreach (var question in questions) await _process.StandardInput.WriteLineAsync(question);
            await _process.StandardInput.FlushAsync();
        });
        var answers = new List<JsonElement>(questions.Count);
        for (var i = 0; i < questions.Count; i++)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The oracle ended.");
            answers.Add(JsonElement.Parse(line));
        }

        await writing;
        return answers;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000)) _process.Kill();
        _process.Dispose();
    }
}
