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

/// <summary>The person who is signed in, or without accounts the one at this machine.</summary>
public sealed class PersonneConnectee(AccesCourant acces) : IQui
{
    public Qui De(HttpContext? requete) =>
        new(acces.Utilisateur, acces.Acces?.Poste, requete?.Connection.RemoteIpAddress?.ToString() ?? acces.Depuis);
}
