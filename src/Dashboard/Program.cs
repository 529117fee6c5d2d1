using Visualizer.Dashboard;

await using var app = DashboardApp.Build(args);
await app.RunAsync();
