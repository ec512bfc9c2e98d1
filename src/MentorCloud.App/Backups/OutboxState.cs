using System.Text.Json;

namespace MentorCloud.App.Backups;

/// <summary>Of a grain's stored envelope, what its publication has come to.</summary>
/// <param name="Sequence">The newest entry ever made; 0 for a record without an outbox.</param>
/// <param name="Waiting">Entries that are not confirmed.</param>
/// <param name="FirstWaiting">The oldest of them, or the one to come.</param>
internal readonly record struct OutboxState(long Sequence, int Waiting, long FirstWaiting)
{
    /// <summary>Reads a record; one that is no envelope has no outbox.</summary>
    public static OutboxState Read(ReadOnlySpan<byte> record)
    {
        var (sequence, waiting, first) = (0L, 0, 0L);
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sequence"u8) && reader.Read())
            {
                sequence = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("outbox"u8) && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                (waiting, first) = ReadOutbox(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new OutboxState(sequence, waiting, waiting > 0 ? first : sequence + 1);
    }

    private static (int Waiting, long First) ReadOutbox(ref Utf8JsonReader reader)
    {
        var (waiting, first) = (0, 0L);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var depth = reader.CurrentDepth;
            while (reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth))
            {
                if (reader.CurrentDepth == depth + 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("sequence"u8) && waiting == 0)
                {
                    reader.Read();
                    first = reader.GetInt64();
                }
            }

            waiting++;
        }

        return (waiting, first);
    }
}
