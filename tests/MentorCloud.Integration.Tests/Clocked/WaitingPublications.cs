using System.Diagnostics.Metrics;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>How many publications of grains are handed over and not yet durable, as the product's own gauge has it.</summary>
internal sealed class WaitingPublications : IDisposable
{
    private const string Gauge = "mentorcloud.views.waiting_publications";
    private readonly MeterListener listener = new();
    private long? count;

    public WaitingPublications()
    {
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Name == Gauge)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => count = value);
        listener.Start();
    }

    /// <summary>The number now; null while the gauge is not there.</summary>
    public long? Count
    {
        get
        {
            listener.RecordObservableInstruments();
            return count;
        }
    }

    public void Dispose() => listener.Dispose();
}
