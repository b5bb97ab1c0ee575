using System.Runtime.InteropServices;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>The patterns of the lines read lately, each found from the one before.</summary>
internal sealed class GabaritsLus
{
    private const int GabaritsMax = 8_000;
    private const int ParModele = 4;

    private readonly Dictionary<ModeleDeLigne, List<GabaritDeLigne>> _parModele = new(ReferenceEqualityComparer.Instance);
    private readonly GabaritDeLigne _debut = new(new ModeleDeLigne { Rang = 0, Rubrique = new Rubrique(CategorieDeLigne.Inconnue, null, null) }, [], [], 0, default);
    private GabaritDeLigne _dernier;
    private int _nombre;

    public GabaritsLus() => _dernier = _debut;

    /// <summary>Reads a line that is written like one that followed the line before, unless its category should come before this one.</summary>
    /// <returns>The pattern and the bytes read; otherwise null and 0, and nothing in the line is of use.</returns>
    public (GabaritDeLigne? Gabarit, int Longueur) Lire(CategorieDeLigne precedente, ReadOnlySpan<byte> texte, ref LigneDePaye ligne)
    {
        foreach (var suivant in _dernier.Suivants)
        {
            if (suivant is null)
                break;
            if (suivant.Modele.Rubrique.Categorie >= precedente && suivant.Lire(texte, ref ligne) is var longueur and > 0)
            {
                _dernier.SuiviPar(suivant);
                _dernier = suivant;
                return (suivant, longueur);
            }
        }

        return (null, 0);
    }

    /// <summary>Makes a pattern of a line that was read otherwise.</summary>
    public void Retenir(ModeleDeLigne modele, ReadOnlySpan<byte> texte, ReadOnlySpan<PlaceDeVariable> places, int debut, Balise derniere)
    {
        ref var connus = ref CollectionsMarshal.GetValueRefOrAddDefault(_parModele, modele, out _);
        connus ??= [];
        LigneDePaye essai = default;
        foreach (var connu in connus)
        {
            if (connu.Lire(texte, ref essai) == texte.Length)
            {
                Suivre(connu);
                return;
            }
        }

        if (connus.Count >= ParModele || _nombre >= GabaritsMax || !GabaritDeLigne.Convient(texte))
            return;
        var gabarit = new GabaritDeLigne(modele, texte, places, debut, derniere);
        connus.Add(gabarit);
        _nombre++;
        Suivre(gabarit);
    }

    private void Suivre(GabaritDeLigne gabarit)
    {
        _dernier.SuiviPar(gabarit);
        _dernier = gabarit;
    }
}
