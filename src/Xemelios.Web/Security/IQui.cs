using Microsoft.AspNetCore.Http;

namespace Xemelios.Web.Security;

/// <summary>Who does something, for the journal.</summary>
/// <param name="Compte">The account; null before anybody signed in.</param>
/// <param name="Poste">Code of the poste under which he works.</param>
/// <param name="Adresse">Where he is.</param>
public sealed record Qui(string? Compte, string? Poste, string Adresse);

/// <summary>Says who does it.</summary>
public interface IQui
{
    /// <summary>Who makes a request; null stands for the circuit of an open page.</summary>
    Qui De(HttpContext? requete);
}

/// <summary>Until there are accounts: the person at this machine.</summary>
public sealed class PosteLocal : IQui
{
    public Qui De(HttpContext? requete) => new(Utilisateur.Local, null, requete?.Connection.RemoteIpAddress?.ToString() ?? "page ouverte");
}
