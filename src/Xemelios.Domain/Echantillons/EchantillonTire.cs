using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Echantillons;

/// <summary>What was drawn of an état, poste by poste, with all that lets it be drawn again.</summary>
/// <param name="Budget">Its key; "" without budget.</param>
/// <param name="Train">Null for all trains together.</param>
/// <param name="Sources">The files of the état at that moment.</param>
public sealed record EchantillonTire(
    string Siret, string Budget, MoisDePaye Mois, string? Train, Graine Graine, IReadOnlyList<PosteTire> Postes, IReadOnlyList<FichierDEchantillon> Sources)
{
    public int Bulletins => Postes.Sum(p => p.Tirage.Unites.Count);
}

/// <summary>A poste and what was drawn for it.</summary>
public sealed record PosteTire(PosteDeControle Poste, TirageDePoste Tirage);

/// <summary>A file that was drawn from.</summary>
public sealed record FichierDEchantillon(string Nom, string Empreinte);
