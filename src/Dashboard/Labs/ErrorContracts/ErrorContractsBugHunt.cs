using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>A handler as it is often written, and what is wrong with it.</summary>
internal static class ErrorContractsBugHunt
{
    public static readonly BugHunt Hunt = new(
        "Change a user, with all errors handled.",
        """
        app.MapPut("/admin/users/{id}", async (int id, Change body, Db db, HttpContext http) =>
        {
            try
            {
                var user = await db.Users.FindAsync(id);
                if (user is null) return Results.NotFound(new { error = "no user " + id });
                if (!http.User.Identity!.IsAuthenticated) return Results.StatusCode(403);
                if (!http.User.IsInRole("admin")) return Results.StatusCode(401);
                if (!body.Email.Contains('@')) return Results.BadRequest("email is invalid");
                if (body.Username.Length < 3) return Results.BadRequest("username is too short");
                if (await db.Users.AnyAsync(u => u.Email == body.Email)) return Results.Conflict();
                user.Change(body);
                await db.SaveChangesAsync();
                return Results.Ok(user);
            }
            catch (Exception e)
            {
                return Results.Json(new { success = false, message = e.ToString() });
            }
        });
        """,
        [
            new(5, "The database is asked before the sender is: strangers cost as much as customers, and learn from 404 and 403 which ids exist."),
            new(7, "Nobody knows who is asking: that is 401, with WWW-Authenticate. 403 says that logging in again would not help."),
            new(8, "Known, and not allowed: that is 403. 401 sends the client to log in again, for ever."),
            new(9, "The body could be read and breaks a rule: 422, in the same shape as every other error, with a place that a form can mark. The next line would have had more to say: tell all violations at once."),
            new(11, "Somebody may write between this question and the saving. Only the unique index knows; its violation is the 409. Besides, the user’s own address counts as taken."),
            new(12, "Which state does the client replace? Without If-Match the last writer wins, and nobody hears of it: 428, and 412 when it has changed."),
            new(18, "An error with status 200, and with stack trace, SQL and paths for whoever reads it. 500, a constant title, and a trace id that stands in the log."),
        ]);
}
