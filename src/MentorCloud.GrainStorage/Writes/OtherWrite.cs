namespace MentorCloud.GrainStorage.Writes;

/// <summary>Any other write, as a function.</summary>
internal sealed class OtherWrite(string subject, Func<SqliteSession, long> apply) : GroupWrite<SqliteSession>
{
    public override string Subject => subject;

    public override long Apply(SqliteSession session) => apply(session);
}
