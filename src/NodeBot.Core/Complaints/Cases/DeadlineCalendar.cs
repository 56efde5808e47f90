using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>A case's deadline and reminder as a calendar file (RFC 5545): it reminds where the bot cannot.</summary>
public static class DeadlineCalendar
{
    /// <returns>One file; none when there is neither a deadline nor a reminder.</returns>
    public static IReadOnlyList<ReplyFile> Files(CaseWalk walk)
    {
        var calendar = new Calendar { ProductId = "-//NodeBot//Complaints//EN" };
        // What a calendar shows may be seen by others: it names the kind of letter and nothing of the case.
        if (walk.Deadline is { } deadline)
            calendar.Events.Add(new CalendarEvent { Uid = walk.Case.Id + "-deadline@nodebot", Summary = "Deadline: answer the letter", Start = new CalDateTime(deadline), DtStamp = Utc(walk.Case.CreatedAt) });
        if (walk.Case.RemindAt is { } at)
        {
            var reminder = new CalendarEvent { Uid = walk.Case.Id + "-reminder@nodebot", Summary = "Go on with your case in NodeBot", Start = Utc(at), Duration = Duration.FromMinutes(15), DtStamp = Utc(walk.Case.CreatedAt) };
            reminder.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = "Go on with your case in NodeBot", Trigger = new Trigger(Duration.FromMinutes(0)) });
            calendar.Events.Add(reminder);
        }

        if (calendar.Events.Count == 0)
            return [];
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        return [new ReplyFile("deadline.ics", "text/calendar", Encoding.UTF8.GetBytes(text), "Deadline and reminder for your calendar")];
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
