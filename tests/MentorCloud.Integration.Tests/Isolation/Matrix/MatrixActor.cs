using MentorCloud.Domain.Access;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>Somebody who asks: by HTTP, and as the policy table sees them.</summary>
/// <param name="Name">As the matrix names them.</param>
/// <param name="Client">Their connection.</param>
/// <param name="Actor">What the policy table is asked about.</param>
/// <param name="IsOutsider">Whether they have nothing to do with the sampled things of their own tenant.</param>
internal sealed record MatrixActor(string Name, GraphQLClient Client, Actor Actor, bool IsOutsider = false);
