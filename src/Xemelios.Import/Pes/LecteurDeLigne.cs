using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;

namespace Xemelios.Import.Pes;

/// <summary>Reads one LigneDePiece.</summary>
internal sealed class LecteurDeLigne(CurseurXml curseur, ValeursPes valeurs, Func<ReferenceDePiece> lireReference)
{
    private readonly List<ReferenceDePiece> _references = [];
    private readonly List<string> _libelles = [];
    private LigneDeMandat _ligne = null!;

    public LigneDeMandat Lire(int rang)
    {
        _ligne = new LigneDeMandat { Rang = rang, Provenance = curseur.Ici };
        curseur.Enfants(LireBloc);
        return _ligne with
        {
            References = _references,
            LibelleVirement = _libelles.Count == 0 ? null : string.Join(' ', _libelles),
        };
    }

    /// <summary>Blocks are entered by name wherever they stand: older schemas do not all nest them alike.</summary>
    private void LireBloc()
    {
        switch (curseur.Nom)
        {
            case "BlocLignePiece" or "InfoLignePce" or "Tiers" or "InfoTiers":
                curseur.Enfants(LireBloc);
                break;
            case "RattachPiece":
                _ligne = _ligne with { Rattachement = LireRattachement() };
                break;
            case "PJRef":
                _references.Add(lireReference());
                break;
            case "LibVir1" or "LibVir2" when valeurs.Texte is { } libelle:
                _libelles.Add(libelle);
                break;
            default:
                LireChamp();
                break;
        }
    }

    private void LireChamp() => _ligne = curseur.Nom switch
    {
        "IdLigne" => _ligne with { Numero = valeurs.Numero },
        "Nature" => _ligne with { Nature = valeurs.Texte },
        "Fonction" => _ligne with { Fonction = valeurs.Texte },
        "Operation" => _ligne with { Operation = valeurs.Texte },
        "ModRegl" => _ligne with { ModeReglement = valeurs.Texte },
        "MtHT" or "MtHt" => _ligne with { MontantHt = valeurs.Montant },
        "MtTVA" or "MtTva" => _ligne with { MontantTva = valeurs.Montant },
        "Nom" => _ligne with { TiersNom = valeurs.Texte },
        "CatTiers" => _ligne with { TiersCategorie = valeurs.Texte },
        "NatJur" => _ligne with { TiersNatureJuridique = valeurs.Texte },
        _ => _ligne,
    };

    private Rattachement LireRattachement()
    {
        var rattachement = new Rattachement(null, null, null, null);
        curseur.Enfants(() => rattachement = curseur.Nom switch
        {
            "NatPceOrig" => rattachement with { NatureOrigine = valeurs.Texte },
            "ExerRat" => rattachement with { Exercice = valeurs.Entier },
            "IdPceOrig" => rattachement with { NumeroMandat = valeurs.Numero },
            "IdLigneOrig" => rattachement with { NumeroLigne = valeurs.Numero },
            _ => rattachement,
        });
        return rattachement;
    }
}
