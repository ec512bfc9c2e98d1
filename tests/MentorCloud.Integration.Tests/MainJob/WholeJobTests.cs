using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.MainJob;

[Collection(DemoServerCollection.Name)]
public sealed class WholeJobTests(DemoServer demo)
{
    [Fact]
    public Task Cohort_from_design_to_first_check_in_runs_over_http_and_keeps_the_pairs_note() => WholeJob.RunAsync(demo.Address, demo.Halvorsen);
}
