namespace Leaderful.Pages.Together;

/// <summary>Looks anew whether somebody may follow a page, whenever they, their community or the page changed.</summary>
internal sealed class PageWatch : IDisposable
{
    private readonly PageSocket socket;
    private readonly PageRoom room;
    private readonly PageHub hub;
    private CancellationTokenRegistration hearing;
    private Task looking = Task.CompletedTask;

    public PageWatch(PageSocket socket, PageRoom room, PageHub hub)
    {
        (this.socket, this.room, this.hub) = (socket, room, hub);
        socket.Looking = Begin;
        Hear();
    }

    public void Dispose() => hearing.Dispose();

    private void Hear() => hearing = socket.Reader.Ended.UnsafeRegister(static watch => ((PageWatch)watch!).Begin(), this);

    /// <summary>Whoever says that something changed does not wait for what comes of it.</summary>
    private void Begin() => looking = Look();

    private async Task Look()
    {
        try
        {
            await looking;
            hearing.Unregister();
            if (await hub.MayGoOn(socket, room.Id)) Hear();
            else socket.LetGo();
        }
        catch (Exception)
        {
            // Whoever cannot be asked for now is let go, and comes back to the door.
            socket.End(PageSocket.Restarting);
        }
    }
}
