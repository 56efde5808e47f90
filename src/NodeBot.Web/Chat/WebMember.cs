using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace NodeBot.Web.Chat;

/// <summary>Who sits at the browser: a random name in a cookie, made when there is something to keep for that person.</summary>
internal static class WebMember
{
    private const string Cookie = "nodebot-member";

    // 128 bits: nobody guesses one.
    private const int Bytes = 16;

    // Browsers keep a cookie for 400 days at the most (RFC 6265bis, section 5.5).
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <returns>The member, such as <c>web:3f…</c>; the response then carries the cookie.</returns>
    public static string Of(HttpContext context)
    {
        var name = context.Request.Cookies[Cookie];
        if (name is not { Length: Bytes * 2 } || !name.All(char.IsAsciiHexDigitLower))
            name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Cookie, name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Kept, Path = "/", IsEssential = true });
        return "web:" + name;
    }
}
