namespace MentorCloud.GrainRuntime.Tests.Grains;

[GrainType("stored-note")]
internal sealed class NoteGrain([PersistentState("note")] IPersistentState<Note> note) : Grain, INoteGrain
{
    public Task<string> Read() => Task.FromResult(note.State.Text);

    public Task<string?> Etag() => Task.FromResult(note.Etag);

    public async Task Write(string text)
    {
        note.State = note.State with { Text = text };
        await note.WriteStateAsync();
    }

    public Task Forget() => note.ClearStateAsync();
}
