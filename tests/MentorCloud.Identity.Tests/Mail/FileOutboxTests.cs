using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Mail;

public sealed class FileOutboxTests
{
    [Fact]
    public async Task Line_breaks_in_a_value_begin_no_header_and_other_letters_are_encoded()
    {
        await using var host = await IdentityHost.StartAsync();

        await host.Get<IAccountMail>().SendAsync(new AccountMail("ada@acme.example\r\nBcc: eve@evil.example", "Für Sie\r\nX-Evil: 1", "Text"), default);

        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox"))));
        var headers = mail.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.Equal(["To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"], headers.Select(header => header.Split(':')[0]));
        Assert.All(headers, header => Assert.All(header, sign => Assert.True(char.IsAscii(sign))));
    }

    [Fact]
    public async Task Mail_of_one_id_is_taken_over_once_however_often_and_at_once_it_comes()
    {
        await using var host = await IdentityHost.StartAsync();
        var mail = new AccountMail("ada@acme.example", "Access", "Text") { Id = Guid.CreateVersion7() };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.Get<IAccountMail>().SendAsync(mail, default))));
        await host.Get<IAccountMail>().SendAsync(mail with { Id = null }, default);
        await host.Get<IAccountMail>().SendAsync(mail with { Id = null }, default);

        var files = Directory.GetFiles(Path.Combine(host.Folder, "outbox"));
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.EndsWith("Text\r\n", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_with_an_invitation_has_a_part_for_calendars_which_words_of_the_text_cannot_end()
    {
        await using var host = await IdentityHost.StartAsync();
        const string Event = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        var mail = new AccountMail("ada@acme.example", "Meeting", "Text\r\n--=_\r\nüber")
        {
            Calendar = new MailCalendar("REQUEST\r\nX-Evil: 1", Event),
        };

        await host.Get<IAccountMail>().SendAsync(mail, default);

        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox"))));
        var boundary = text.Split("multipart/alternative; boundary=\"")[1].Split('"')[0];
        var parts = text.Split($"--{boundary}");
        Assert.Equal(4, parts.Length);
        Assert.EndsWith($"8bit\r\n\r\n{mail.Text}\r\n", parts[1], StringComparison.Ordinal);
        Assert.Contains("text/calendar; charset=utf-8; method=REQUESTX-Evil: 1\r\n", parts[2], StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\n{Event}", parts[2], StringComparison.Ordinal);
        Assert.Equal("--\r\n", parts[3]);
    }

    [Fact]
    public async Task Erasure_forgets_mails_to_a_person_and_those_that_are_about_them()
    {
        await using var host = await IdentityHost.StartAsync();
        var outbox = host.Get<IAccountMail>();
        await outbox.SendAsync(new AccountMail("ada@acme.example", "To her", "Text"), default);
        await outbox.SendAsync(new AccountMail("grace@acme.example", "About her", "Text") { About = ["eve@acme.example", "ada@acme.example"] }, default);
        await outbox.SendAsync(new AccountMail("not-ada@acme.example", "Another", "\r\nX-MentorCloud-About: ada@acme.example\r\n") { About = ["not-ada@acme.example"] }, default);

        await outbox.ForgetAsync("ada@acme.example", default);

        Assert.Contains("Subject: Another", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_subject_is_encoded_in_words_of_75_characters_that_cut_no_letter()
    {
        await using var host = await IdentityHost.StartAsync();
        var subject = string.Concat(Enumerable.Repeat("Grüße 日本 👩🏽‍🚀 ", 20)).Trim();

        await host.Get<IAccountMail>().SendAsync(new AccountMail("ada@acme.example", subject, "Text\nover\nlines"), default);

        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox"))));
        var words = mail.Split("Subject: ")[1].Split("\r\nDate:")[0].Split("\r\n ");
        Assert.All(words, word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(subject, string.Concat(words.Select(word => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2])))));
        Assert.EndsWith("Text\r\nover\r\nlines\r\n", mail, StringComparison.Ordinal);
    }
}
