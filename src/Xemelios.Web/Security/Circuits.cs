using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Xemelios.Web.Security;

/// <summary>The open pages of everybody: so many for each account, so many in all.</summary>
public sealed class CircuitsOuverts(XemeliosWebOptions options)
{
    private readonly ConcurrentDictionary<string, string> _comptes = new(StringComparer.Ordinal);
    private readonly Lock _ouverture = new();

    /// <summary>What is said to whoever has too many pages open.</summary>
    public const string Refus = "Trop de pages sont ouvertes en même temps : celle-ci se lit, mais ne se remet pas à jour. Fermez-en, puis rechargez-la.";

    /// <summary>One more page of this account would be too many.</summary>
    public bool EstPlein(string compte) => _comptes.Count >= options.CircuitsEnTout || _comptes.Values.Count(c => c == compte) >= options.CircuitsParCompte;

    /// <summary>Counts a page; false when it is one too many.</summary>
    public bool Ouvrir(string circuit, string compte)
    {
        lock (_ouverture)
            return !EstPlein(compte) && _comptes.TryAdd(circuit, compte);
    }

    public void Fermer(string circuit) => _comptes.TryRemove(circuit, out _);
}

/// <summary>Too many pages are open.</summary>
public sealed class TropDeCircuitsException() : Exception(CircuitsOuverts.Refus);

/// <summary>Counts the circuit of an open page, and lets nothing through it from whoever may do nothing any more.</summary>
public sealed class GardeDuCircuit(CircuitsOuverts ouverts, AccesCourant acces) : CircuitHandler
{
    // A page whose connection is cut is kept for a while, and counts no more until it comes back.
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) =>
        acces.Acces is not null && ouverts.Ouvrir(circuit.Id, acces.Utilisateur) ? Task.CompletedTask : throw new TropDeCircuitsException();

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ouverts.Fermer(circuit.Id);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activite => acces.Acces is null ? Task.CompletedTask : next(activite);
}
