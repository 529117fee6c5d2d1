using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>The lab's texts.</summary>
internal static class NPlusOneLesson
{
    public static readonly Lesson Lesson = new()
    {
        Prediction = new(
            "20 orders, customer and lines loaded in a loop. How many SQL commands?",
            [
                new("1", "The loop reads properties, and each that was not loaded yet is a question of its own."),
                new("21", "One for the list and one for each order forgets that every order has two relatives, a customer and lines."),
                new("41", "", IsRight: true),
                new("3", "One for each table is what a batch sends. A loop cannot: it sees one order at a time."),
            ],
            "One command for the orders, then one for each order’s customer and one for each order’s lines: 1 + 20 + 20. With fewer customers it is fewer, because one that was loaded is remembered."),
        Next = "Press “Load it in all five ways” with 20 orders and no second collection; the lazy loop’s count appears under Result.",
        Unit = "commands of the lazy loop, 20 orders of 20 customers",
        Awaited = "Your prediction will stand here beside what the interceptor counted for 20 orders of 20 customers, without parcels.",
        Interview = new(
            "N+1 is one query for a list and then one more for every row of it, hidden behind properties that load themselves. I would see it in the log as one shape of command repeated within a request, and load the relatives with the list: joined, split by collection, or by keys in one IN.",
            "One JOIN is one round trip, but two collections in it multiply each other’s rows; split queries move every row once and may see data change in between; a DataLoader keeps the code simple and needs a place where keys can gather.",
            "Why did nobody notice it in development?",
            "Beside the application a query takes a tenth of a millisecond, and the test data had three rows. Two milliseconds of network turn 41 commands into a tenth of a second, and production has the rows.",
            "“One query is always best” falls for the trap: measure rows and bytes as well as commands."),
        Folder = "NPlusOne",
        Files = ["OrdersLazily.cs", "OrdersByJoin.cs", "OrdersSplit.cs", "OrdersInBatches.cs", "OrdersByDataLoader.cs", "DataLoader.cs", "Tick.cs"],
        BugHunt = new(
            "A batch by hand, as it is often written.",
            """
            var orders = Query<Order>("SELECT * FROM orders LIMIT 20");
            var ids = string.Join(",", orders.Select(o => o.CustomerId));
            var customers = Query<Customer>($"SELECT * FROM customers WHERE id IN ({ids})");
            var byId = customers.ToDictionary(c => c.Id);
            foreach (var order in orders)
            {
                order.Customer = byId[order.CustomerId];
                order.Lines = Query<Line>("SELECT * FROM lines WHERE order_id = @id", order.Id);
            }
            """,
            [
                new(1, "LIMIT without ORDER BY: which 20 orders these are is nobody’s promise, and two loadings may answer with different ones."),
                new(3, "SQL put together from values invites injection. With no orders at all IN () is not even valid; with many the list wants chunks."),
                new(7, "A customer who is missing, or an order without one, throws here. A left join would have given null."),
                new(8, "The customers are batched and the lines are not: it is N+1 all the same, only for the other relative."),
            ]),
        Missions = NPlusOneMissions.All,
        Terminal = "curl -i '{api}/reports/orders?loading=lazy&limit=20'",
    };
}
