using Xemelios.Domain.Depense;

namespace Xemelios.Import.Pes;

/// <summary>Reads Enveloppe and EnTetePES, the same in all messages but for CodCol, written CodColl in the retour.</summary>
internal sealed class LecteurDEnTete(CurseurXml curseur, ValeursPes valeurs)
{
    public bool EstLu { get; private set; }

    public FluxPes Flux { get; private set; } = new(curseur.Nom, null, null, null, null, null, null, null, null, null, false, false, []);

    public void LireEnveloppe() => curseur.Enfants(() =>
    {
        if (curseur.Nom == "Parametres")
            curseur.Enfants(LireParametre);
    });

    public void LireEnTete()
    {
        EstLu = true;
        curseur.Enfants(LireChamp);
    }

    public void NoterDepense() => Flux = Flux with { ADepense = true };

    public void NoterPieces() => Flux = Flux with { APieces = true };

    public void NoterDomaine(string nom) => Flux = Flux with { AutresDomaines = [.. Flux.AutresDomaines, nom] };

    private void LireParametre() => Flux = curseur.Nom switch
    {
        "TypFic" => Flux with { TypFic = valeurs.Texte },
        "NomFic" => Flux with { NomFic = valeurs.Texte },
        _ => Flux,
    };

    private void LireChamp() => Flux = curseur.Nom switch
    {
        "DteStr" => Flux with { DateStructure = valeurs.Date },
        "IdPost" => Flux with { IdPost = valeurs.Texte },
        "IdColl" => Flux with { IdColl = valeurs.Texte },
        "FinJur" => Flux with { FinJur = valeurs.Texte },
        "CodCol" or "CodColl" => Flux with { CodCol = valeurs.Texte },
        "CodBud" => Flux with { CodBud = valeurs.Texte },
        "LibelleColBud" => Flux with { LibelleColBud = valeurs.Texte },
        _ => Flux,
    };
}
