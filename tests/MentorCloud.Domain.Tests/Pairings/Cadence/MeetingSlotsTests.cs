using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

public sealed class MeetingSlotsTests
{
    private static readonly Availability NewYork = new("America/New_York", WorkingHours.Default);
    private static readonly Availability Warsaw = new("Europe/Warsaw", WorkingHours.Default);

    [Fact]
    public void Slots_lie_in_both_working_hours_in_the_weeks_when_only_one_side_has_changed_its_clock()
    {
        var from = new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);
        var slots = MeetingSlots.Find(NewYork, Warsaw, from, TimeSpan.FromHours(1), 10, []);
        Assert.Equal(10, slots.Length);
        Assert.Equal(14, slots[0].Hour);
        Assert.Contains(slots, slot => slot is { Month: 3, Day: 9, Hour: 13 });
        Assert.All(slots, slot => Assert.True(NewYork.Covers(slot, TimeSpan.FromHours(1)) && Warsaw.Covers(slot, TimeSpan.FromHours(1))));
        Assert.DoesNotContain(slots, slot => slot.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    [Fact]
    public void People_who_never_work_at_the_same_time_get_none() =>
        Assert.Empty(MeetingSlots.Find(
            NewYork, new Availability("Asia/Tokyo", WorkingHours.Default), Sample.Start, TimeSpan.FromHours(1), 3, []));

    [Fact]
    public void A_whole_working_day_is_found_also_in_a_zone_that_is_three_quarters_of_an_hour_off()
    {
        var kathmandu = new Availability("Asia/Kathmandu", new WorkingHours(new TimeOnly(9, 0), new TimeOnly(17, 0)));

        var slots = MeetingSlots.Find(kathmandu, kathmandu, Sample.Start, TimeSpan.FromMinutes(480), 2, []);

        Assert.Equal([new(2026, 1, 6, 3, 15, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 7, 3, 15, 0, TimeSpan.Zero)], slots);
    }

    [Fact]
    public void Time_of_an_arranged_meeting_is_not_proposed_again_unless_it_was_called_off()
    {
        var meeting = new Meeting(1, Sample.Start.AddHours(1), 60, PairingSide.Mentor);

        DateTimeOffset First(Meeting arranged) => MeetingSlots.Find(NewYork, NewYork, Sample.Start.AddMinutes(31), TimeSpan.FromHours(1), 1, [arranged])[0];

        Assert.Equal(meeting.EndsAt, First(meeting));
        Assert.Equal(Sample.Start.AddMinutes(45), First(meeting with { CalledOff = true }));
    }

    [Theory]
    [InlineData(14, 3, "minutes")]
    [InlineData(60, 11, "count")]
    public void Lengths_and_counts_out_of_range_are_refused(int minutes, int count, string field) =>
        Assert.Equal(field, MeetingSlots.Refuse(minutes, count)!.Field);
}
