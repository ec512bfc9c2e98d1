using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Passwords;

/// <summary>
/// Hashes and checks passwords with ASP.NET Core Identity's hasher (PBKDF2-HMAC-SHA512, 128-bit salt). As many at once
/// as there are cores: a flood of logins queues here instead of starving everything else.
/// </summary>
internal sealed class PasswordVault : IDisposable
{
    private readonly PasswordHasher<AccountRecord> _hasher;
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly Lazy<string> _nobodys;

    public PasswordVault(IOptions<IdentityOptions> options)
    {
        _hasher = new PasswordHasher<AccountRecord>(Options.Create(
            new PasswordHasherOptions { IterationCount = options.Value.PasswordIterations }));
        _nobodys = new Lazy<string>(() => _hasher.HashPassword(null!, Text.Secrets.New()));
    }

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        await _cores.WaitAsync(cancellationToken);
        try
        {
            return _hasher.HashPassword(null!, password);
        }
        finally
        {
            _cores.Release();
        }
    }

    /// <summary>Checks a password; takes as long when there is none to compare with, so that time does not tell who has an account.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        await _cores.WaitAsync(cancellationToken);
        try
        {
            var result = _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, password);
            return hash is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();
}
