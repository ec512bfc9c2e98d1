namespace MentorCloud.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    private JsonOutput? _assembled;

    /// <summary>Opens the response; the root selection is written behind it.</summary>
    public void Open() => Output.WriteRaw("{\"data\":"u8);

    /// <summary>Closes the response. Without errors and holes it is already where it has to be; else it is put together once.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        if (_errors.Count == 0 && Root.IsWhole && !_rootDead)
        {
            Output.WriteByte((byte)'}');
            return Output.WrittenMemory;
        }

        var assembled = _assembled ??= new JsonOutput();
        assembled.Reset();
        assembled.WriteByte((byte)'{');
        if (_errors.Count > 0)
        {
            assembled.WriteRaw("\"errors\":"u8);
            ErrorWriter.Write(_errors, assembled);
            assembled.WriteByte((byte)',');
        }

        assembled.WriteRaw("\"data\":"u8);
        if (_rootDead) assembled.WriteNull();
        else Root.CopyTo(Output, assembled);
        assembled.WriteByte((byte)'}');
        return assembled.WrittenMemory;
    }
}
