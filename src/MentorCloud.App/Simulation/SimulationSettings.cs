using MentorCloud.App.Simulation.Faults;

namespace MentorCloud.App.Simulation;

/// <summary>What is played.</summary>
/// <param name="Participants">People: a quarter of them mentors.</param>
/// <param name="Months">The program's length.</param>
/// <param name="Seed">What chance depends on.</param>
/// <param name="Fault">A fault that tests plant, to see that it is caught; none otherwise.</param>
internal sealed record SimulationSettings(int Participants, int Months, int Seed, PlantedFault Fault = PlantedFault.None);
